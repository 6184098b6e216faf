namespace ChatRoom.Server.Sessions;

/// <summary>What an answer yields when it has written some lines, so that whoever sends them can pause it there.</summary>
public readonly record struct Written;
