using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// What the cases of enumerations are called in headers and exports: words, so that a file can be read without this program. Given once
/// and never changed, so they stand here and are not those of the code.
/// </summary>
internal static class StoredNames
{
    public static readonly StoredNames<SayKind> SayKinds = new(
        (SayKind.Message, "message"), (SayKind.Notice, "notice"), (SayKind.Annotation, "annotation"));

    public static readonly StoredNames<AboutKind> AboutKinds = new(
        (AboutKind.Reply, "reply"), (AboutKind.Reaction, "reaction"), (AboutKind.ReactionTakenBack, "reactionTakenBack"),
        (AboutKind.Redaction, "redaction"));

    public static readonly StoredNames<Audience> Audiences = new(
        (Audience.Everyone, "everyone"), (Audience.Voiced, "voiced"), (Audience.HalfOperators, "halfOperators"),
        (Audience.Operators, "operators"), (Audience.Founders, "founders"));

    public static readonly StoredNames<Rights> Rights = new(
        (Domain.Events.Rights.Voice, "voice"), (Domain.Events.Rights.HalfOperator, "halfOperator"), (Domain.Events.Rights.Operator, "operator"),
        (Domain.Events.Rights.Founder, "founder"));

    public static readonly StoredNames<CloseReason> CloseReasons = new(
        (CloseReason.Quit, "quit"), (CloseReason.ConnectionClosed, "connectionClosed"), (CloseReason.ConnectionLost, "connectionLost"),
        (CloseReason.PingTimeout, "pingTimeout"), (CloseReason.HandshakeTimeout, "handshakeTimeout"), (CloseReason.CloseTimeout, "closeTimeout"),
        (CloseReason.ReadTooSlowly, "readTooSlowly"), (CloseReason.WrongPassword, "wrongPassword"), (CloseReason.Resumed, "resumed"),
        (CloseReason.StayEnded, "stayEnded"), (CloseReason.ServerStopping, "serverStopping"), (CloseReason.ServerEnded, "serverEnded"),
        (CloseReason.ServerFailed, "serverFailed"), (CloseReason.JournalLost, "journalLost"));

    /// <summary>Somebody may hold several, or none.</summary>
    public static string Of(Rights rights) =>
        string.Join(' ', Rights.Cases.Where(one => rights.HasFlag(one)).Select(Rights.Of));
}

/// <summary>The names of one enumeration.</summary>
internal sealed class StoredNames<T>(params (T Case, string Name)[] names) where T : struct, Enum
{
    public IEnumerable<T> Cases => names.Select(one => one.Case);

    public string Of(T value)
    {
        foreach (var (found, name) in names)
        {
            if (EqualityComparer<T>.Default.Equals(found, value))
                return name;
        }
        throw new ArgumentOutOfRangeException(nameof(value), value, "This case has no stored name.");
    }

    /// <summary>Nothing for a name that a later version gave.</summary>
    public T? Find(string name)
    {
        foreach (var (found, known) in names)
        {
            if (known == name)
                return found;
        }
        return null;
    }
}
