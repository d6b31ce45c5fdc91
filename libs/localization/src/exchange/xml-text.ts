/** Each with a meaning in XML; `>` because of `]]>`, the end of a line because a parser would turn it into another. */
const TEXT_MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};
const ATTRIBUTE_MARKS: Readonly<Record<string, string>> = {
  ...TEXT_MARKS,
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
};

const TEXT_SPECIAL = /[&<>\r]/gu;
const ATTRIBUTE_SPECIAL = /[&<>"\r\n\t]/gu;
/** What XML 1.0 has no way to write, and what nobody can store. */
const UNWRITABLE = /[\p{Surrogate}\p{Cc}\uFFFE\uFFFF]/gu;
const REPLACEMENT = '\uFFFD';

/** Words between tags; `control` says how a character is written that XML 1.0 cannot hold. */
export function xmlText(words: string, control: (codePoint: number) => string): string {
  const text = words.replaceAll(TEXT_SPECIAL, (mark) => TEXT_MARKS[mark] ?? mark);
  return text.replaceAll(UNWRITABLE, (character) => written(character, control));
}

/** The value of an attribute between double quotes. Characters that XML 1.0 cannot hold become U+FFFD. */
export function xmlAttribute(value: string): string {
  const text = value.replaceAll(ATTRIBUTE_SPECIAL, (mark) => ATTRIBUTE_MARKS[mark] ?? mark);
  return text.replaceAll(UNWRITABLE, (character) => written(character, () => REPLACEMENT));
}

/** Words where no element may stand, as in a note: what XML 1.0 cannot hold becomes U+FFFD. */
export function xmlPlainText(words: string): string {
  return xmlText(words, () => REPLACEMENT);
}

/** ` name="value"` for each that has a value. */
export function xmlAttributes(
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) written += ` ${name}="${xmlAttribute(String(value))}"`;
  }
  return written;
}

/** Whether a character has to be written as something else in XML 1.0 and can be brought back from there. */
export function isControl(codePoint: number): boolean {
  if (codePoint === 0xfffe || codePoint === 0xffff) return true;
  return codePoint > 0 && codePoint < 0x20 && ![0x9, 0xa, 0xd].includes(codePoint);
}

/** A character by its number; U+FFFD for U+0000, which databases cannot store, and for half of a surrogate pair. */
export function characterOf(codePoint: number): string {
  const isHalf = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const isCharacter = codePoint > 0 && codePoint <= 0x10_ffff && !isHalf;
  return isCharacter ? String.fromCodePoint(codePoint) : REPLACEMENT;
}

function written(character: string, control: (codePoint: number) => string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (isControl(codePoint)) return control(codePoint);
  const isXml = codePoint >= 0x7f || [0x9, 0xa, 0xd].includes(codePoint);
  return isXml ? characterOf(codePoint) : REPLACEMENT;
}
