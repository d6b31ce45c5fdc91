/** A piece of well-formed XML; only the functions of this file make one, so a plain text cannot pass for it. */
export type Markup = string & { readonly markup: unique symbol };

type Attributes = Record<string, string | number>;

/** Numbers are rounded to a tenth. */
export function element(name: string, attributes: Attributes, ...children: Markup[]): Markup {
  const start = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? rounded(value) : value)}"`,
  );
  const open = `<${name}${start.join('')}`;
  return (children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`) as Markup;
}

export function text(content: string): Markup {
  return escapeXml(content) as Markup;
}

export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeXml(value: string): string {
  return value.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character]!);
}
