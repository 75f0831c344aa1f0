import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvDataset } from './csv.ts';
import type { CsvOptions } from './csv-table.ts';

const lines = (...rows: readonly string[]): string => rows.join('\n');
const IRIS = lines('length,width,species', '5.1,3.5,setosa', '7,3.2,versicolor', '4.9,3,setosa');

test('the last column has the labels, and words are classes in their order', async () => {
  expect(await csvDataset(IRIS)).toEqual({
    features: Float32Array.of(5.1, 3.5, 7, 3.2, 4.9, 3),
    labels: Uint8Array.of(0, 1, 0),
    width: 2,
    classes: ['setosa', 'versicolor'],
  });
});

test.each<[string, string, CsvOptions]>([
  ['without a header', lines('5.1,3.5,setosa', '7,3.2,versicolor', '4.9,3,setosa'), {}],
  ['with the label first', lines('setosa,5.1,3.5', 'versicolor,7,3.2', 'setosa,4.9,3'), { label: 'first' }],
  [
    'with a header and the label first',
    lines('s,l,w', 'setosa,5.1,3.5', 'versicolor,7,3.2', 'setosa,4.9,3'),
    { label: 'first' },
  ],
  ['with a column named label', lines('label,l,w', 'setosa,5.1,3.5', 'versicolor,7,3.2', 'setosa,4.9,3'), {}],
  ['with the label named', lines('l,s,w', '5.1,setosa,3.5', '7,versicolor,3.2', '4.9,setosa,3'), { label: 's' }],
  [
    'with names that are numbers',
    lines('0,1,s', '5.1,3.5,setosa', '7,3.2,versicolor', '4.9,3,setosa'),
    { header: true },
  ],
  ['with lines of Windows', IRIS.replaceAll('\n', '\r\n'), {}],
  ['with lines of old Macs', IRIS.replaceAll('\n', '\r'), {}],
  ['with blank lines', `\n${IRIS.replaceAll('\n', '\n\n')}\n\n`, {}],
  ['with a byte order mark', `\ufeff${IRIS}`, {}],
  ['with quotes', IRIS.replaceAll(/[^,\n]+/g, '"$&"'), {}],
  ['with spaces', IRIS.replaceAll(',', ' , '), {}],
  ['with tabs', IRIS.replaceAll(',', '\t'), {}],
  ['with semicolons', IRIS.replaceAll(',', ';'), {}],
])('a table %s is read the same', async (_, text, options) => {
  expect(await csvDataset(text, options)).toEqual(await csvDataset(IRIS));
});

test('two columns with the label first need no header', async () => {
  const { features, classes } = await csvDataset(lines('a,1', 'b,2'), { label: 'first' });
  expect([[...features], classes]).toEqual([
    [1, 2],
    ['a', 'b'],
  ]);
});

test('a class may be any text in quotes', async () => {
  const { classes } = await csvDataset(lines('1,"b, or ""B"""', '2,"a', 'and a"', '3,é'));
  expect(classes).toEqual(['a\nand a', 'b, or "B"', 'é']);
});

test('labels that are whole numbers are classes in order of size', async () => {
  const { labels, classes } = await csvDataset(lines('x,y', '1,10', '2,9.0', '3,-1', '4,9', '5,1e1'));
  expect([[...labels], classes]).toEqual([
    [2, 1, 0, 1, 2],
    [-1, 9, 10],
  ]);
});

test('only rows of the asked classes are taken, labelled by their place in the list', async () => {
  const table = lines('x,y', '1,3', '2,6', '3,9', '4,3.0');
  const { features, labels, classes } = await csvDataset(table, { classes: [6, 3] });
  expect([[...features], [...labels], classes]).toEqual([
    [1, 2, 4],
    [1, 0, 1],
    [6, 3],
  ]);
  expect((await csvDataset(IRIS, { classes: ['versicolor', 'setosa'] })).labels).toEqual(Uint8Array.of(1, 0, 1));
});

const image = (pixel: (k: number) => number): string => Array.from({ length: 784 }, (_, k) => pixel(k)).join(',');

test('784 whole numbers to 255 are an image, and their ink is 1', async () => {
  const { features, shape } = await csvDataset(lines(`7,${image((k) => k & 255)}`, `1,${image(() => 0)}`), {
    label: 'first',
  });
  expect(shape).toEqual([28, 28]);
  expect(features.subarray(0, 784)).toEqual(Float32Array.from({ length: 784 }, (_, k) => (k & 255) / 255));
});

test('a shape that is told makes an image of other samples, and white is what is told', async () => {
  const table = lines('0,16,4,8,a', '1,2,3,4,b');
  expect(await csvDataset(table, { shape: [2, 2], white: 16 })).toMatchObject({
    shape: [2, 2],
    features: { 1: 1, 2: 0.25 },
  });
  expect((await csvDataset(table)).features[1]).toBe(16);
});

test('many rows are put together as they came, bytes or not', async () => {
  const features = Array.from({ length: 5000 }, (_, k) => [k % 256, k < 2500 ? 7 : k / 2 ** 10]);
  const data = await csvDataset(features.map((row, k) => `${row},${k % 3}`).join('\n'));
  expect([...data.features]).toEqual(features.flat());
  expect([...data.labels]).toEqual(features.map((_, k) => k % 3));
});

test('numbers of single precision come back as they were written', async () => {
  const number = fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 20 }), async (rows) => {
      const data = await csvDataset(rows.map((row, k) => `${row},${k % 2}`).join('\n'), { header: false });
      expect([...data.features]).toEqual(rows.flat());
    }),
    { seed: 1, numRuns: 50 },
  );
});

test.each<[string, string, CsvOptions, string]>([
  ['an empty file', '', {}, 'A CSV of samples has one row or more, but this one has none.'],
  ['blank lines alone', '\n \n', {}, 'A CSV of samples has one row or more'],
  ['a header alone', 'x,y,label', {}, 'but the labels in column label are none.'],
  ['one column', 'x\n1\n2', {}, 'row 1 has one column. Commas, semicolons or tabs divide columns.'],
  [
    'a word for a number',
    `${IRIS}\n5,wide,setosa`,
    {},
    'Row 5, column width is wide, but every feature is a finite number',
  ],
  ['NaN', `${IRIS}\nNaN,3,setosa`, {}, 'Row 5, column length is NaN, but every feature is a finite number'],
  ['an empty field', `${IRIS}\n5,,setosa`, {}, 'Row 5, column width is empty, but every feature is a finite number'],
  ['a blank field', `${IRIS}\n5," ",setosa`, {}, 'Row 5, column width is empty'],
  ['infinity', `${IRIS}\n5,Infinity,setosa`, {}, 'Row 5, column width is Infinity'],
  ['a number beyond single precision', `${IRIS}\n5,1e39,setosa`, {}, 'Row 5, column width is 1e39'],
  [
    'a comma for a fraction',
    lines('1,5;2;a', '2,5;3;b'),
    {},
    'Row 1, column 1 is 1,5, but every feature is a finite number of single precision, with a point',
  ],
  ['a column without a name', lines('a,,y', '1,2,p', '3,x,q'), {}, 'Row 3, column 2 is x'],
  ['blank lines before the fault', lines('', '1,2,p', '', '1,x,q'), {}, 'Row 4, column 2 is x'],
  ['a row too long', `${IRIS}\n1,2,3,setosa`, {}, 'Row 5 has 4 columns, but row 1 has 3.'],
  ['a row too short', `${IRIS}\n1,setosa`, {}, 'Row 5 has 2 columns, but row 1 has 3.'],
  ['an empty label', `${IRIS}\n1,2,`, {}, 'Row 5, column species is empty, but a label is a whole number or a word.'],
  ['NaN for a label', `${IRIS}\n1,2,nan`, {}, 'Row 5, column species is nan, but a label is a whole number or a word.'],
  [
    'a fraction for a label',
    lines('1,1', '2,0.5'),
    {},
    'Row 2, column 2 is 0.5, but a label is a whole number or a word.',
  ],
  [
    'labels that are all one',
    lines('3,1,0', '6,2,0'),
    {},
    'the labels in column 3 are all 0. If they are in another column, say in which.',
  ],
  [
    'labels too many',
    Array.from({ length: 300 }, (_, k) => `1,${k}`).join('\n'),
    {},
    'Row 257, column 2 is 256, but there are 256 other labels before it',
  ],
  [
    'a column that is not there',
    IRIS,
    { label: 'kind' },
    'No column is named kind: the columns are length, width, species.',
  ],
  ['a name without a header', '1,2,a', { label: 'kind' }, 'No column is named kind'],
  ['two columns of that name', lines('label,x,label', '1,2,3'), {}, 'Two columns are named label.'],
  [
    'a class that is not there',
    IRIS,
    { classes: ['setosa', 'virginica'] },
    'Class virginica does not occur among the labels in column species.',
  ],
  ['a class asked for twice', IRIS, { classes: [3, 3] }, 'Class 3 was asked for twice.'],
  ['one class', IRIS, { classes: [3] }, 'There must be 2 to 256 classes to tell apart, but there are 1.'],
  [
    'a class that is none',
    IRIS,
    { classes: [3, Number.NaN] },
    'A class is a whole number or a word, but "NaN" was asked for.',
  ],
  [
    'a shape of another size',
    IRIS,
    { shape: [2, 2] },
    'An image of 2 × 2 pixels does not have 2, the numbers of a sample.',
  ],
  ['white that is none', IRIS, { white: -1 }, 'white is the number of full ink, finite and above 0, but is -1.'],
  [
    'a quote that is left open',
    `${IRIS}\n"5,2,setosa`,
    {},
    'Row 5: Quoted field unterminated. Inside quotes, a quote is written twice.',
  ],
])('%s is refused', async (_, text, options, message) => {
  await expect(csvDataset(text, options)).rejects.toThrow(message);
});

test('a column named label makes the first row a header, though the other names are numbers', async () => {
  const { classes, labels } = await csvDataset('0,1,label\n0.1,0.2,3\n0.3,0.4,6\n');
  expect([classes, [...labels]]).toEqual([
    [3, 6],
    [0, 1],
  ]);
});
