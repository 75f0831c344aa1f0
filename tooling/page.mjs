// A page that is asked for a report.

/** Opens `address`/index.html, asks a function of `script` beside it for its report, and notes what the page logs and throws besides. */
export async function reportOf(browser, { address, script, asked }, heard) {
  const page = await browser.newPage();
  page.on('pageerror', ({ message }) => heard.errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.errors.push(message.text());
    if (message.type() === 'debug') heard.last = `The last law begun: ${message.text()}.`;
  });
  page.on('response', (response) => {
    if (!response.ok()) heard.errors.push(`${response.url()} was asked for, and answered with ${response.status()}.`);
  });
  await page.goto(`${address}/index.html`);
  const module = await page.evaluateHandle((path) => import(path), `${address}/${script}`);
  const report = await module.evaluate((module, asked) => module[asked](), asked);
  await page.close();
  return report;
}
