import './fed-avg.ts';
