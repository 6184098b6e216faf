namespace ChatRoom.Tui.Loop;

/// <summary>Another program could not be used; the message says which and what to do.</summary>
public sealed class ExternalProgramException(string message, Exception? cause = null) : Exception(message, cause);
