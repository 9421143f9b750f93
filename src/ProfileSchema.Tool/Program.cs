using ProfileSchema.Tool;
using ProfileSchema.Tool.Output;

return await ToolRoot.RunAsync(args, ToolConsole.OfProcess());
