import type { EndpointKey, Lane } from '#engine';
import type { JobQueues } from '../job-queues.js';
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

/** Puts lanes in line, all in one call. Where the store is away they are not, and are found again by the next sweep. */
export function enqueueInto(queues: JobQueues, name: string): Enqueue {
  const queue = queues.openQueue<EndpointKey>(name);
  return async (lanes) => {
    if (lanes.length > 0) await queues.ask(() => queue.addBulk(lanes.map(laneJob)));
  };
}
