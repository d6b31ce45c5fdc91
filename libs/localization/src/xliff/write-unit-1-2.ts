import type { ExchangeUnit, Proposal } from '../exchange/exchange-file.js';
import { xmlAttributes, xmlPlainText } from '../exchange/xml-text.js';
import type { InlineText } from '../text/unit.js';
import { OUR_NOTES, RESTYPES } from './names.js';
import { state12 } from './states.js';
import { inline12 } from './write-inline-1-2.js';

/**
 * A unit as a 1.2 `<trans-unit>`. Its hash is the `extradata`, since the strict schema lets no attribute of another
 * namespace pass. The state belongs to the target, so that an untranslated unit has an empty one.
 */
export function unit12(unit: ExchangeUnit, isPrefilled: boolean): string {
  const { key, kind, maxLength, note, previousSource, source } = unit;
  const own = unit.target === null || unit.target.length === 0 ? null : unit.target;
  const { state, approved } = state12(own === null ? 'untranslated' : unit.state, isPrefilled);
  const target = own ?? (isPrefilled ? source : []);
  const attributes = xmlAttributes({
    id: key,
    approved,
    'xml:space': 'preserve',
    restype: kind === undefined ? undefined : RESTYPES[kind],
    extradata: unit.sourceHash,
    maxwidth: maxLength,
    'size-unit': maxLength === undefined ? undefined : 'char',
  });
  return [
    `<trans-unit${attributes}>`,
    `<source>${inline12(source)}</source>`,
    `<target state="${state}">${inline12(target)}</target>`,
    note === undefined ? '' : `<note from="${OUR_NOTES}">${xmlPlainText(note)}</note>`,
    previousSource === undefined || own === null ? '' : previousOf(previousSource, own),
    ...(unit.proposals ?? []).filter(({ target }) => target.length > 0).map(proposal),
    '</trans-unit>\n',
  ].join('');
}

function previousOf(source: InlineText, target: InlineText): string {
  return `<alt-trans alttranstype="previous-version" xml:space="preserve">${pairOf(source, target)}</alt-trans>`;
}

function proposal({ source, target, score, origin }: Proposal): string {
  const quality = Math.min(100, Math.max(0, Math.round(score)));
  const attributes = xmlAttributes({ 'match-quality': quality, origin, 'xml:space': 'preserve' });
  return `<alt-trans${attributes}>${pairOf(source, target)}</alt-trans>`;
}

function pairOf(source: InlineText, target: InlineText): string {
  return `<source>${inline12(source)}</source><target>${inline12(target)}</target>`;
}
