/** Verbs that say what somebody does, not what will be different. */
const ACTIVITIES = words(`
  arrange build buy collaborate communicate conduct coordinate create deploy develop distribute
  educate enable establish execute explain facilitate finalise finalize implement inform
  introduce localise localize organise organize produce provide publish teach train translate
  write`);

/** The same where the word is also the beginning of what can be measured: "run" in "run rate", "hold" in "hold time". */
const ACTIVITIES_OR_NOUNS = words(`
  brief coach deliver demo design document draft engage film hold host launch maintain migrate offer
  pilot plan practise practice prepare present record refresh release report review revise roll run
  schedule send set support survey test update upload
  briefing building coaching conducting creating creation delivering delivery developing development
  distribution educating enabling hiring holding hosting implementation implementing introducing
  introduction launching localisation localization localising localizing onboard onboarding organising
  organizing piloting planning preparing producing production providing publication publishing
  reviewing rollout running teaching testing training translating translation updating workshop
  writing`);

/** Verbs that promise a change; only what follows them says whether of a result. */
const IMPROVING = words(`
  advance boost drive encourage enhance ensure foster further improve improving intensify optimise
  optimising optimize optimizing promote push strengthen strengthening support`);

/** What enablement does and makes, as opposed to what it brings about. */
const WORK = words(`
  alignment assets asset awareness coaching collateral collaboration communication communications
  content cooperation course courses deck decks documentation enablement guide guides learning
  material materials newsletter newsletters onboarding playbook playbooks process processes session
  sessions teamwork training trainings tutorial tutorials video videos webinar webinars workshop
  workshops card cards battlecard battlecards`);

/** How a count of one's own work ends: "workshops held". */
const DONE = words(`
  conducted created delivered developed held localised localized organised organized produced
  published run trained translated updated written`);

const COUNTING = /^(?:the )?(?:total )?(?:number|count|amount|quantity) of /u;

/** Words that promise something without saying how much of what. */
const VAGUE = words(`
  awesome best better boost effective effectively efficient efficiently enhance enhanced excellence
  excellent good great greater improve improved improvement improvements improving maximise maximize
  minimise minimize modern more optimal optimisation optimise optimised optimization optimize
  optimized professional seamless simplify smarter smoother state-of-the-art strengthen stronger
  successful successfully sustainable sustainably world-class`);

/** Words that a number can be given for. */
const MEASURES = words(`
  accuracy adoption age arr attainment attendance attrition average backlog booking bookings churn
  completion completions conversion conversions cost costs count coverage csat cycle days deals
  discount downloads duration earnings effort error errors frequency hour hours income index
  latency length level margin margins median minutes month months mrr nps number opportunities
  percent percentage pipeline points price profit proportion quota ratio rate rates rating readiness
  retention revenue satisfaction score scores share size speed spend tenure time times turnover
  usage utilisation utilization value variance velocity views volume weeks wins yield`);

/** Where the first group of nouns of a sentence ends. */
const ENDS_GROUP = words(`
  a about across after all an and any are as at before between by during each every for from his her
  in into is its least most of on or our over per since so some than that the their then this through
  to until via which while who with within without you your`);

const FILLERS = words('to we will shall want let us successfully actively proactively quickly');

/** The words with which a text says what is done instead of what will be different, or null. English only. */
export function activityIn(text: string): string | null {
  const said = wordsOf(text);
  const from = said.findIndex((word) => !FILLERS.has(word));
  const [first, ...rest] = said.slice(from === -1 ? said.length : from);
  if (first === undefined) return null;
  if (ACTIVITIES.has(first)) return first;
  const group = groupOf(rest);
  const last = group.at(-1);
  if (ACTIVITIES_OR_NOUNS.has(first) && !(last !== undefined && MEASURES.has(last))) return first;
  if (IMPROVING.has(first) && last !== undefined && WORK.has(last)) return `${first} … ${last}`;
  return countedWork(text);
}

/** The first word that promises without saying how much, or null. English only. */
export function vagueWordIn(text: string): string | null {
  return wordsOf(text).find((word) => VAGUE.has(word)) ?? null;
}

/** Whether a metric names something that a number can be given for. */
export function isMeasurable(metric: string): boolean {
  if (/[\d%‰€$£¥]/u.test(metric)) return true;
  return wordsOf(metric).some((word) => word.split('-').some((part) => MEASURES.has(part)));
}

/** Whether two texts say the same, but for case, punctuation and spaces. */
export function saysTheSame(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

/** "Number of workshops", "battle cards published": the text counts what was done and nothing else, or null. */
function countedWork(text: string): string | null {
  const said = wordsOf(text).join(' ');
  const counted = said.replace(COUNTING, '');
  const group = counted.split(' ');
  const done = DONE.has(group.at(-1)!) ? group.pop()! : null;
  const what = group.at(-1);
  if (what === undefined || group.some((word) => ENDS_GROUP.has(word))) return null;
  if (done === 'trained') return done;
  const isCount = done !== null || counted !== said;
  return isCount && WORK.has(what) ? [what, done].filter(Boolean).join(' ') : null;
}

/** The words up to the first that cannot be part of a compound: "win rate" of "win rate in France". */
function groupOf(said: string[]): string[] {
  const end = said.findIndex((word) => ENDS_GROUP.has(word) || /^\p{N}/u.test(word));
  return end === -1 ? said : said.slice(0, end);
}

/** Lower-case words; hyphens and apostrophes inside a word belong to it. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? []
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter(Boolean));
}
