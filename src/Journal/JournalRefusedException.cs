namespace ChatRoom.Journal;

/// <summary>The journal is sure that it kept nothing of the turn, because the disk is full for example.</summary>
public sealed class JournalRefusedException(string message, Exception? inner = null) : Exception(message, inner);
