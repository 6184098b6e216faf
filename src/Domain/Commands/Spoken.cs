using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Commands;

/// <summary>Something that was said, as the journal has it: by whom, where, and when. None of it ever changes.</summary>
public sealed record Spoken(Sequence At, Actor By, Conversation In, Timestamp When);
