using ChatRoom.Cli;

return await new CommandLine(Serving.Run, Joining.Run, Surroundings.Real).Run(args);
