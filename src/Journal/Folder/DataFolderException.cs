namespace ChatRoom.Journal.Folder;

/// <summary>The data folder can't be used. The message is one line that says why and what to do.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
