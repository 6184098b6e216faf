using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>A room, a channel in the words of IRC, and a channel's members: who is in it, in the order in which they came to the server.</summary>
public sealed record Room(
    RoomId Id, RoomName Name, Timestamp Since, Option<Topic> Topic, Map<Ascending<PersonId>, PersonId, Rights> Members, SeenIds Seen)
{
    public RoomModes Modes { get; init; }

    /// <summary>The word without which nobody comes in; empty where none is needed.</summary>
    public string Key { get; init; } = "";

    /// <summary>Who is let in once, whatever is set. Each of them knows it too.</summary>
    public Set<Ascending<PersonId>, PersonId> Invited { get; init; } = Set<Ascending<PersonId>, PersonId>.Empty;

    /// <summary>Who is banned, excepted, invited and muted, in the order in which it was set.</summary>
    public ValueList<RoomMask> Masks { get; init; }

    /// <summary>Which members the masks silence, unless they have a right. It is worked out when something of that changes, so that a message costs no more where many are banned.</summary>
    public Set<Ascending<PersonId>, PersonId> Silenced { get; init; } = Set<Ascending<PersonId>, PersonId>.Empty;

    /// <summary>In slow mode: when who of its members spoke last, or came if they did not speak yet.</summary>
    public Map<Ascending<PersonId>, PersonId, Timestamp> Spoke { get; init; } = Map<Ascending<PersonId>, PersonId, Timestamp>.Empty;

    /// <summary>The rights that accounts hold here, whether their people are there or not. Only a room with a founder remembers any.</summary>
    public Map<Ascending<AccountId>, AccountId, Rights> Holders { get; init; } = Map<Ascending<AccountId>, AccountId, Rights>.Empty;

    /// <summary>Whose line broke while they had a right, and until when they get it back.</summary>
    public ValueList<Returning> Returning { get; init; }

    /// <summary>What its operators say of it.</summary>
    public ValueList<MetadataEntry> Metadata { get; init; }

    /// <summary>It has a founder, so it stays as it is when nobody is in it.</summary>
    public bool Lasts => !Holders.IsEmpty;

    /// <summary>What their account gives them here, whether they are in it or not.</summary>
    public Rights HeldBy(Actor who) => who.Account.TryGet(out var account) ? Holders.Find(account.Id).IfNone(Rights.None) : Rights.None;

    public int Founders => Holders.Values.Count(rights => rights.HasFlag(Rights.Founder));

    public Room Speaking(PersonId person, Timestamp at) => Modes.Has(RoomMode.Slow) ? this with { Spoke = Spoke.AddOrUpdate(person, at) } : this;

    public Rights RightsOf(PersonId person) => Members.Find(person).IfNone(Rights.None);

    /// <summary>Whether a member is silenced and has no right against it.</summary>
    public bool IsSilent(PersonId person) => Silenced.Contains(person) && !RightsOf(person).MaySpeak();

    public bool Has(PersonId person) => Members.ContainsKey(person);

    public bool Bans(Actor who) => !Masks.IsEmpty && MaskSubject.Of(who) is var subject && Lists(MaskList.Ban, subject) && !Lists(MaskList.Exception, subject);

    public bool LetsIn(Actor who) => !Masks.IsEmpty && Lists(MaskList.Invitation, MaskSubject.Of(who));

    public bool Silences(Actor who) => !Masks.IsEmpty && MaskSubject.Of(who) is var subject
        && (Lists(MaskList.Ban, subject) || (Lists(MaskList.Mute, subject) && !Lists(MaskList.MuteException, subject))) && !Lists(MaskList.Exception, subject);

    private bool Lists(MaskList list, MaskSubject subject)
    {
        foreach (var mask in Masks)
        {
            if (mask.List == list && subject.IsMeant(mask.Mask))
                return true;
        }
        return false;
    }

    /// <summary>Anybody can come in and learn of it.</summary>
    public bool IsOpenToAll => Key.Length == 0 && !Modes.Has(RoomMode.InviteOnly) && !Modes.Has(RoomMode.Secret) && !Modes.Has(RoomMode.MembersOnly);

    /// <summary>Whether they may know that there is such a room.</summary>
    public bool IsKnownTo(Person person) => !Modes.Has(RoomMode.Secret) || Has(person.Id) || HeldBy(person.Who).MayTend();
}

/// <summary>What a room is about, who said so, and when.</summary>
public sealed record Topic(Words Text, Actor By, Timestamp At);
