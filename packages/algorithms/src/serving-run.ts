/** What a simulation of a model server has recorded; times are in ms. */
export interface ServingRun {
  /** In the order of their arrival. */
  requests: Request[];
  /** The start, and the state after each event. */
  moments: Moment[];
  /** When the last request left. */
  endTime: number;
  /** Time for which replicas worked, and for which they are paid. */
  busyTime: number;
  paidTime: number;
  /** When the canary was given up; null if it was not. */
  rolledBackAt: number | null;
}

export interface Request {
  arrival: number;
  /** 'waiting' is one whose batch never started. */
  outcome: 'waiting' | 'refused' | 'answered' | 'failed';
  /** When its batch started and ended; null if it never did. */
  start: number | null;
  finish: number | null;
  /** Requests in its batch; 0 if there was none. */
  batchSize: number;
}

/** The state after an event, which lasts until the next one. */
export interface Moment {
  time: number;
  queueLength: number;
  inService: number;
  /** Replicas that are ready. */
  replicas: number;
}
