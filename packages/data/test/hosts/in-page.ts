import { digestOf, restore, unpackImages } from '@hqnn/data';

/** The digests of the pair beside the page, and of what each pipeline there makes of it. */
export async function inPage(): Promise<Readonly<Record<string, string>>> {
  const beside = (name: string) => fetch(new URL(name, import.meta.url));
  const images = await unpackImages(new Uint8Array(await (await beside('pair.bin')).arrayBuffer()));
  const digests: Record<string, string> = { 'the pair': await digestOf(images) };
  for (const [name, fitted] of Object.entries(await (await beside('pipelines.json')).json()))
    digests[name] = await digestOf(restore(fitted)(images));
  return digests;
}
