namespace ChatRoom.Domain;

/// <summary>One of the servers that share a journal. It keeps its number over restarts.</summary>
public readonly record struct ServerId(int Number);
