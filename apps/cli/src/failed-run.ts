/** A run that did not come to a good end, with a sentence for the person who started it; empty where all is said. */
export class FailedRun extends Error {}
