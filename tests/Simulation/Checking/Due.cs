using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>What a connection has to ask for to hear something.</summary>
[Flags]
public enum Need
{
    None = 0,
    Echo = 1,
    Tags = 2,
    Away = 4,
    Accounts = 8,
    Invitations = 16,
    Redactions = 32,

    /// <summary>It is told in other words to who asked for that.</summary>
    NoRedactions = 64,
    RealNames = 128,
    Renames = 256,

    /// <summary>Likewise.</summary>
    NoRenames = 512,
}

/// <summary>Something that a connection has to hear, if it asked for it: which event, and the line without its tags.</summary>
/// <param name="Forgotten">Its words were forgotten later, so who hears of it late hears this instead: null as long as they were not, empty for nothing.</param>
public readonly record struct Due(long Sequence, string Line, Need Need, string? Forgotten)
{
    public bool IsFor(Ear ear)
    {
        ArgumentNullException.ThrowIfNull(ear);
        return (!Need.HasFlag(Need.Echo) || ear.Has("echo-message")) && (!Need.HasFlag(Need.Tags) || ear.Has("message-tags"))
            && (!Need.HasFlag(Need.Away) || ear.Has("away-notify"))
            && (!Need.HasFlag(Need.Accounts) || ear.Has("account-notify")) && (!Need.HasFlag(Need.Invitations) || ear.Has("invite-notify"))
            && (!Need.HasFlag(Need.Redactions) || ear.Has("draft/message-redaction")) && (!Need.HasFlag(Need.NoRedactions) || !ear.Has("draft/message-redaction"))
            && (!Need.HasFlag(Need.RealNames) || ear.Has("setname"))
            && (!Need.HasFlag(Need.Renames) || ear.Has("draft/channel-rename")) && (!Need.HasFlag(Need.NoRenames) || !ear.Has("draft/channel-rename"));
    }
}
