namespace ChatRoom.Server.Tests.Journals;

/// <summary>Tests that bring the journal which they are about, so they run once and not on every kind.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnJournalAttribute(string why) : Attribute
{
    public string Why => why;
}
