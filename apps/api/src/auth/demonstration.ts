/** The slug of the workspace that `npm start` makes, and the only one whose people can be chosen instead of signed in. */
export const DEMONSTRATION_SLUG = 'demonstration';

/** Under this, a process that offers the demonstration says so. */
export const OFFERS_DEMONSTRATION = Symbol('baton:demonstration');
