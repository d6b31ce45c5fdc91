import type { EndpointKey, Lane } from '#engine';
import type { Enqueue } from '../log-loop.js';

/** One job for a lane of an endpoint: it carries which one, never what is to be sent. */
export interface LaneJob {
  name: Lane;
  data: EndpointKey;
  opts: { jobId: string; removeOnComplete: true; removeOnFail: true };
}

/** A lane that is in line or being run is not put in line again: its job has the same id. */
export function laneJob({ workspaceId, endpointId, lane }: EndpointKey & { lane: Lane }): LaneJob {
  return {
    name: lane,
    data: { workspaceId, endpointId },
    opts: { jobId: `${endpointId}-${lane}`, removeOnComplete: true, removeOnFail: true },
  };
}

/** Puts lanes in line, all in one call. */
export function enqueueInto(queue: { addBulk: (jobs: LaneJob[]) => Promise<unknown> }): Enqueue {
  return async (lanes) => {
    if (lanes.length > 0) await queue.addBulk(lanes.map(laneJob));
  };
}
