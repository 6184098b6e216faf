using System.Text;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Maintenance;

/// <summary>What an account itself did, by its number: who had its name before, or has it after, is somebody else.</summary>
public static class AccountWords
{
    private const int Page = 500;

    /// <summary>Who was called that last, also if that account is no more; none if nobody ever was.</summary>
    public static Option<AccountId> Find(IHistory history, AccountName name)
    {
        var found = Option<AccountId>.None;
        foreach (var page in Pages(history, history.End))
        {
            foreach (var recorded in page)
            {
                if (recorded.Event is Event.AccountRegistered { Account: var account } && account.Name.Key == name.Key)
                    found = account.Id;
            }
        }
        return found;
    }

    /// <summary>Where it typed something that is not forgotten yet, in steps of some hundred events: a forgetting each.</summary>
    public static IEnumerable<(Forgetting What, int Count)> Of(IHistory history, AccountId account)
    {
        ArgumentNullException.ThrowIfNull(history);
        foreach (var page in Pages(history, history.End))
        {
            SequenceRange[] ranges = [.. page.Where(recorded => IsBy(recorded.Event, account) && TypedWordsOf.Kind(recorded.Event) != TypedWords.None)
                .Select(recorded => new SequenceRange(recorded.Sequence, recorded.Sequence))];
            if (ranges.Length > 0)
                yield return (new Forgetting([.. ranges], Option<RoomId>.None), ranges.Length);
        }
    }

    /// <summary>What it did and what was said to it alone, up to an end: a line of JSON each. Null between pages, where there may be nothing of it for long.</summary>
    public static IEnumerable<string?> Json(IHistory history, Epochs epochs, AccountId account, Sequence end)
    {
        ArgumentNullException.ThrowIfNull(history);
        using var bytes = new MemoryStream();
        using var json = new EventJson(bytes, epochs);
        foreach (var page in Pages(history, end))
        {
            foreach (var recorded in page.Where(recorded => Concerns(recorded.Event, account)))
            {
                bytes.SetLength(0);
                json.Write(recorded);
                yield return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length - 1));
            }
            yield return null;
        }
    }

    internal static bool IsBy(Event happened, AccountId account) => happened is IActed { Who.Account: var who } && who.Exists(one => one.Id == account);

    /// <summary>Also what was said to it alone, and what was done to it.</summary>
    internal static bool Concerns(Event happened, AccountId account) => IsBy(happened, account)
        || (happened is Event.Said { In: Conversation.Between pair } && pair.To.Account.Exists(one => one.Id == account))
        || (happened is IOfAccount { Account: var of } && of.Id == account);

    private static IEnumerable<IReadOnlyList<Recorded>> Pages(IHistory history, Sequence end)
    {
        var after = default(Sequence);
        while (after.CompareTo(end) < 0 && history.Read(after, (int)Math.Min(Page, end.Number - after.Number)) is [.., var last] page)
        {
            yield return page;
            after = last.Sequence;
        }
    }
}
