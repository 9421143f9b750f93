using ProfileSchema.Benchmarks.Ratios;

return RatioCommand.Run(args);
