using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Overlays;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Looking for words: in what is loaded, on a server that can search, and further back on one that only tells its history.</summary>
internal static class Finding
{
    /// <summary>More would not be read.</summary>
    private const int MostFound = 100;

    public static Overlay.Search In(TalkModel model, string words) => new(words, 0, [.. Searching.Find(model.Current, words).Reverse().Take(MostFound)]);

    /// <summary>Where the server can search, the first Enter asks it, and the next one goes to what is marked.</summary>
    public static bool MayAsk(TalkModel model, Overlay.Search search) =>
        !search.IsAsked && model.Chat.Client.Searches && search.Words.Trim().Length > 0;

    /// <summary>The server has more than what is loaded.</summary>
    public static bool MayGoFurther(TalkModel model, Overlay.Search search) => search is { IsAsked: false, Before: null, Words.Length: > 0 }
        && model.Current.Older == Reach.More && model.Chat.Client.TellsHistory && !model.Chat.Client.Searches;

    public static TalkStep Further(TalkModel model, Overlay.Search search) => !MayGoFurther(model, search)
        ? TalkStep.Of(model)
        : TalkStep.Of(
            model with { Overlay = search with { Before = model.Current.Entries is [var oldest, ..] ? oldest.Number : 0 } },
            new ChatWish.LoadOlder(model.Current.Name));

    /// <summary>Another page is there: either it has what is looked for, or it goes on, up to the beginning.</summary>
    public static TalkStep LookedFurther(TalkModel model)
    {
        if (model.Overlay is not Overlay.Search { Before: { } before } search || model.Current.Older == Reach.Loading)
            return TalkStep.Of(model);
        var found = In(model, search.Words);
        var first = found.Found.ToList().FindIndex(hit => hit.Entry.Number < before);
        if (first < 0 && model.Current.Older == Reach.More)
            return TalkStep.Of(model with { Overlay = found with { Before = before } }, new ChatWish.LoadOlder(model.Current.Name));
        return TalkStep.Of(model with { Overlay = found with { Chosen = Math.Max(0, first) } });
    }

    /// <summary>What the server found replaces what was found here, unless something else is looked for by now.</summary>
    public static TalkModel Answer(TalkModel model) =>
        model.Overlay is Overlay.Search { IsAsked: true, IsAnswered: false } search && model.Chat.Found is { } found && found.Words == search.Words
            ? model with { Overlay = search with { IsAnswered = true, Chosen = 0, Found = [.. found.Hits.Reverse()] } }
            : model;

    /// <summary>The numbers of what the server found are not those of the conversation. One that is not open is opened.</summary>
    public static TalkStep GoTo(TalkModel model, Hit hit)
    {
        var (name, entry) = hit;
        if (!model.Chat.Client.Same(name, model.Current.Name))
        {
            var where = model.Networks.Current.IdOf(name);
            return TalkStep.Of(model with { Chosen = null, PeopleFrom = 0, PendingJump = new(where, entry.At.Time, entry.At.MessageId) },
                model.Chat.Find(name) is null ? new ChatWish.Open(name) : new ChatWish.Look(name));
        }
        return entry.At.MessageId is not null
            ? Scrolling.Seek(model, entry.At.Time, entry.At.MessageId).Then(Hinted)
            : Scrolling.ShowNumber(model with { Marked = entry.Number }, entry.Number);
    }

    /// <summary>It is marked and not chosen: keys still write.</summary>
    private static TalkStep Hinted(TalkModel model) =>
        TalkStep.Of(model.Marked is not null && model.Remark is null ? model with { Remark = $"{TalkKeys.ShownFor(TalkAction.Choose)} chooses it, to answer or react" } : model);
}
