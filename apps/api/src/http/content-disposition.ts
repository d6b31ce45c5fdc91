/** What may stand in a quoted name as it is; anything else, and what only some clients undo, becomes an underscore. */
const PLAIN = /[^\x20-\x7e]|["%\\]/gu;
/** What encodeURIComponent leaves and RFC 8187 does not allow. */
const NOT_ATTR_CHAR = /['()*]/gu;

/** A file to keep and not to show, under its name: RFC 6266, in plain ASCII for old clients and in full by RFC 8187. */
export function contentDisposition(name: string): string {
  const plain = name.replaceAll(PLAIN, '_');
  const quoted = `attachment; filename="${plain}"`;
  return plain === name ? quoted : `${quoted}; filename*=UTF-8''${extended(name)}`;
}

function extended(name: string): string {
  return encodeURIComponent(name).replaceAll(
    NOT_ATTR_CHAR,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
