import './distil.ts';
