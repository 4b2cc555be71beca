import fc from 'fast-check';

// At home each run of the property tests tries other values, and a failure prints its seed. CI tries the same ones every
// time: what fails there fails for a change, and can be run again as it was.
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_125 });
