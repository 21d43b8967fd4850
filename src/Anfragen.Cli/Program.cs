using Anfragen.Cli;

return await CommandLine.Run(args, Terminal.OfThisProcess());
