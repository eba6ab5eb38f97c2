/** The heavy part of a playground: editor and runtime, loaded when needed. */
export { Bench as default, type BenchProps as LiveProps } from './Bench';
