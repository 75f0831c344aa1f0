import { lengthOf } from '../src/draw/typeset.ts';

/** An element of XML, read without a library: what is not well-formed throws. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The one element of a document. */
export function parsed(xml: string): Element {
  const root = { name: '', attributes: {}, children: [] as (Element | string)[] };
  const open = [root];
  for (const [token, close, name, attributes, alone] of xml.matchAll(
    /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>|[^<]+|</g,
  )) {
    const top = open[open.length - 1];
    if (name === undefined) top.children.push(text(token));
    else if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes <${top.name}>.`);
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] as (Element | string)[] };
      top.children.push(element);
      if (!alone) open.push(element);
    }
  }
  const [element, ...others] = root.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (open.length !== 1 || others.length > 0 || typeof element === 'string') throw new Error('This is no document.');
  return element;
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  const pairs = [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, text(value)]);
  const attributes = Object.fromEntries(pairs);
  if (Object.keys(attributes).length !== pairs.length) throw new Error(`An attribute is given twice: ${written}.`);
  return attributes;
}

function text(raw: string): string {
  if (/[<]|&(?!#\d+;)/.test(raw) || /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(raw))
    throw new Error(`${JSON.stringify(raw)} is no text of XML.`);
  return raw.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** The elements of a name, and of a class if one is given, in a document. */
export function all(element: Element, name: string, ofClass?: string): readonly Element[] {
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name, ofClass)));
  const itself = element.name === name && (ofClass === undefined || element.attributes.class === ofClass);
  return itself ? [element, ...inner] : inner;
}

export const textOf = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const inside = (inner: Area, outer: Area) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

export const overlap = (one: Area, other: Area) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Where a text is, by the estimate of its width; its anchor is its middle or its end. */
export function areaOfText(element: Element, anchor: 'middle' | 'end' = 'middle'): Area {
  const { x, y, 'font-size': size } = element.attributes;
  const width = element.children.reduce((sum, child) => sum + lengthOfSpan(child, Number(size)), 0);
  const right = Number(x) + (anchor === 'end' ? 0 : width / 2);
  return { left: right - width, right, top: Number(y) - 0.75 * Number(size), bottom: Number(y) + 0.25 * Number(size) };
}

const lengthOfSpan = (span: Element | string, size: number) =>
  typeof span === 'string'
    ? lengthOf([{ text: span }], size)
    : lengthOf([{ text: textOf(span) }], Number(span.attributes['font-size'] ?? size));

export function areaOfBox({ attributes: { x, y, width, height } }: Element): Area {
  const [left, top] = [Number(x), Number(y)];
  return { left, top, right: left + Number(width), bottom: top + Number(height) };
}
