import './secure-aggregation.ts';
