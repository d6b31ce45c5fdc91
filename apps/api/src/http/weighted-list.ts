/** One choice of a header such as `Accept-Language: de-AT, en;q=0.5`. */
export interface Choice {
  value: string;
  /** 0 to 1; 0 refuses it, null is no quality at all */
  quality: number | null;
}

const QUALITY = /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/iu;
const NAMES_QUALITY = /^q\s*=/iu;

/** The choices of a list with qualities (RFC 9110 §12.4.2), as they were written; parameters other than `q` are passed over. */
export function choicesIn(list: string): Choice[] {
  return list.split(',').map((choice) => {
    const [value = '', ...parameters] = choice.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => NAMES_QUALITY.test(parameter));
    if (quality === undefined) return { value, quality: 1 };
    return { value, quality: QUALITY.test(quality) ? Number(quality.slice(2)) : null };
  });
}
