using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen.Overlays;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Looking further back than what is loaded, on a server that tells its history and can't search it.</summary>
public static partial class TalkUpdate
{
    /// <summary>The server has more than what is loaded.</summary>
    internal static bool MayGoFurther(TalkModel model, Overlay.Search search) => search is { IsAsked: false, Before: null, Words.Length: > 0 }
        && model.Current.Older == Reach.More && model.Chat.Client.TellsHistory && !model.Chat.Client.Has(Caps.Search);

    private static TalkStep Further(TalkModel model, Overlay.Search search) => !MayGoFurther(model, search)
        ? TalkStep.Of(model)
        : TalkStep.Of(
            model with { Overlay = search with { Before = model.Current.Entries is [var oldest, ..] ? oldest.Number : 0 } },
            new ChatWish.LoadOlder(model.Current.Name));

    /// <summary>Another page is there: either it has what is looked for, or it goes on, up to the beginning.</summary>
    private static TalkStep LookedFurther(TalkModel model)
    {
        if (model.Overlay is not Overlay.Search { Before: { } before } search || model.Current.Older == Reach.Loading)
            return TalkStep.Of(model);
        var found = Searched(model, search.Words);
        var first = found.Found.ToList().FindIndex(entry => entry.Number < before);
        if (first < 0 && model.Current.Older == Reach.More)
            return TalkStep.Of(model with { Overlay = found with { Before = before } }, new ChatWish.LoadOlder(model.Current.Name));
        return TalkStep.Of(model with { Overlay = found with { Chosen = Math.Max(0, first) } });
    }
}
