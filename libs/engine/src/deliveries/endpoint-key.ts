/** Which endpoint. */
export interface EndpointKey {
  workspaceId: string;
  endpointId: string;
}

/** First attempts and repeated ones wait in lanes of their own, so that many of the one do not hold up the other. */
export type Lane = 'first' | 'retry';
