namespace ChatRoom.Journal;

/// <summary>The journal can't tell whether the turn is kept: an I/O error at the end of it, or a lost connection.</summary>
public sealed class JournalLostException(string message, Exception? inner = null) : Exception(message, inner);
