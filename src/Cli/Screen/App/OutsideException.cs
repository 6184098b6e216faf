namespace ChatRoom.Cli.Screen;

/// <summary>Another program could not be used; the message says which and what to do.</summary>
public sealed class OutsideException(string message, Exception? cause = null) : Exception(message, cause);
