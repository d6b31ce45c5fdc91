import { describe, expect, it } from '@jest/globals';
import { activityIn, isMeasurable, saysTheSame, vagueWordIn } from './goal-words.js';

describe('an activity', () => {
  it.each([
    ['Create battle cards for the spring launch', 'create'],
    ['create', 'create'],
    ['  PUBLISH: twelve one-pagers', 'publish'],
    ['Train 200 account executives', 'train'],
    ['Train the sales team to raise the win rate', 'train'],
    ['To create a playbook', 'create'],
    ['We will successfully develop new courses', 'develop'],
    ['Hold quarterly business reviews', 'hold'],
    ['Run win rate workshops', 'run'],
    ['Run a win rate workshop', 'run'],
    ['Run', 'run'],
    ['Launch of the new playbook', 'launch'],
    ['Roll out the new pitch', 'roll'],
    ['Set up a content library', 'set'],
    ['Training', 'training'],
    ['Training of all account executives', 'training'],
    ['Training account executives', 'training'],
    ['Introduction of a learning platform', 'introduction'],
    ['Update product decks', 'update'],
    ['Improve enablement', 'improve … enablement'],
    ['Improve sales enablement content in Europe', 'improve … content'],
    ['Strengthen collaboration with marketing', 'strengthen … collaboration'],
    ['Optimize processes', 'optimize … processes'],
    ['Number of workshops', 'workshops'],
    ['Number of battle cards published', 'cards published'],
    ['Workshops held', 'workshops held'],
    ['Number of account executives trained', 'trained'],
  ])('is what “%s” names', (text, found) => {
    expect(activityIn(text)).toBe(found);
  });

  it.each([
    'Reduce ramp-up time of new hires',
    'Increase win rate against Acme',
    'Win rate',
    'Raise the share of deals with a champion',
    'Double pipeline from the partner channel',
    'Shorten the sales cycle',
    'New account executives close their first deal sooner',
    'Run rate of renewals',
    'Hold time in support calls',
    'Hold win rate at 30 %',
    'Launch success rate',
    'Review turnaround time by region',
    'Release cycle time',
    'Design win rate',
    'Training completion rate',
    'Onboarding time to first deal',
    'Coaching hours per rep',
    'Support satisfaction score',
    'Test scores of the certification',
    'Publish-to-first-use time',
    'Trainee satisfaction',
    'Creative spend',
    'Developers reached per campaign',
    'Improve win rate from 20 to 25 percent',
    'Improve training completion rate',
    'Improve the conversion of content views to meetings',
    'Number of deals closed',
    'Number of opportunities created',
    'Number of battle cards in use',
    'Number of sessions per deal',
    'Orders delivered on time',
    'Content used in won deals',
    'Share of reps who were certified',
    'Umsatz je Neukunde',
    '受注率',
    '',
    '–',
  ])('is not what “%s” names', (text) => {
    expect(activityIn(text)).toBeNull();
  });
});

describe('a vague word', () => {
  it.each([
    ['Better conversations', 'better'],
    ['More qualified meetings', 'more'],
    ['OPTIMISE the pitch', 'optimise'],
    ['World-class onboarding', 'world-class'],
  ])('is found in “%s”', (text, found) => {
    expect(vagueWordIn(text)).toBe(found);
  });

  it.each(['Win rate', 'Moreover', 'Goods sold', 'Betterment levy', 'Greatland revenue'])(
    'is not found in “%s”',
    (text) => {
      expect(vagueWordIn(text)).toBeNull();
    },
  );
});

describe('a metric', () => {
  it.each([
    'Win rate',
    'days from hire to first deal',
    'Anteil in %',
    'Quota attainment',
    'win-rate',
  ])('is measurable where it names what can be counted: “%s”', (metric) => {
    expect(isMeasurable(metric)).toBe(true);
  });

  it.each(['quality of conversations', 'better sales conversations', 'confidence', ''])(
    'is not measurable where it names an impression: “%s”',
    (metric) => {
      expect(isMeasurable(metric)).toBe(false);
    },
  );
});

describe('two texts', () => {
  it('say the same whatever their case, punctuation and spaces', () => {
    expect(saysTheSame('Raise win-rate!', ' raise  win-rate')).toBe(true);
  });

  it('say something else with another word', () => {
    expect(saysTheSame('Raise win rate', 'Win rate')).toBe(false);
  });
});
