namespace ChatRoom.Cli.Screen;

/// <summary>Something that can be clicked. Each screen has its own cases.</summary>
public abstract record Target;
