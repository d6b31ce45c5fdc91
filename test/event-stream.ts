/** What a stream said at once: a comment has none of these fields. */
export interface Frame {
  id?: string;
  event?: string;
  data?: string;
  retry?: string;
}

/** A stream of server-sent events as it comes, until it ends or `stop` is called. */
export async function openStream(
  url: string,
  key: string,
  headers: Record<string, string> = {},
): Promise<{ response: Response; frames: AsyncGenerator<Frame>; stop: () => void }> {
  const aborting = new AbortController();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    signal: aborting.signal,
  });
  return { response, frames: framesOf(response), stop: () => aborting.abort() };
}

async function* framesOf(response: Response): AsyncGenerator<Frame> {
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    const parts = `${text}${piece}`.split('\n\n');
    text = parts.pop()!;
    for (const part of parts) yield frameIn(part);
  }
}

function frameIn(text: string): Frame {
  const lines = text.split('\n').filter((line) => !line.startsWith(':'));
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^([a-z]+): (.*)$/u.exec(line) ?? [];
      return [name, value];
    }),
  );
}
