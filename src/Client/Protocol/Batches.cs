using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// What belongs together (IRCv3 batch): pages of history, answers under a label, and messages of several lines (draft/multiline), which are
/// put together and heard as one when the batch ends.
/// </summary>
internal static class Batches
{
    /// <param name="whole">A message of several lines that is complete now, and is to be heard as one.</param>
    public static ClientStep Hear(ClientModel model, in Incoming line, out Message? whole)
    {
        whole = null;
        var sign = line.Line.Parameter(0);
        if (sign.StartsWith('+') && model.Batches.Count < ClientLimits.Batches)
            return ClientStep.Of(Begin(model, line, sign[1..]));
        if (!sign.StartsWith('-') || !model.Batches.TryGetValue(sign[1..], out var ended))
            return ClientStep.Of(model);
        var rest = model with { Batches = model.Batches.Remove(sign[1..]) };
        whole = ended.Gathered;
        if (whole is not null)
            return ClientStep.Of(rest);
        if (model.Pages.Find(page => page.Batch == sign[1..]) is { } page)
            return Pages.Finish(rest, page);
        if (ended is not { IsHistory: true, Page: null })
            return ClientStep.Of(rest);
        return rest.Gap(ended.Target) is { } gap ? Gaps.GoOn(rest, gap, ended) : HeldBack.OpenRoom(rest, ended.Target);
    }

    /// <summary>A batch inside another plays what the outer one plays.</summary>
    private static ClientModel Begin(ClientModel model, in Incoming line, string name)
    {
        var batch = new OpenBatch(line.Line.Parameter(1), line.Line.Parameter(2), line.Label);
        var page = line.Page is null ? Pages.BroughtBy(model, batch) : null;
        var isPlayed = batch.IsHistory || line.At.History || page is not null;
        var open = batch with { IsPlayed = isPlayed, Page = page?.Label ?? line.Page, Beginning = BeginningOf(model, line.Line, name) };
        var begun = model with { Batches = model.Batches.SetItem(name, open) };
        var told = page ?? model.Pages.Find(asked => asked.Label == open.Page);
        if (told is not null && line.Line.Tag(Caps.EndTag) is not null)
        {
            var end = told with { IsEnd = true };
            (begun, page) = (begun with { Pages = begun.Pages.Replace(told, end) }, page is null ? null : end);
        }
        // The batch of the label is around the one that brings the messages, and ends with it; the outermost counts.
        return page is null or { Batch: not null } ? begun : begun with { Pages = begun.Pages.Replace(page, page with { Batch = name }) };
    }

    /// <summary>Not null for a message of several lines. One inside another is none, or they could go round for ever.</summary>
    private static Message? BeginningOf(ClientModel model, Message line, string name)
    {
        var around = line.Tag("batch");
        var isInside = around == name || (around is not null && model.Batches.GetValueOrDefault(around)?.Beginning is not null);
        return line.Parameter(1) == Caps.Multiline && !isInside ? line : null;
    }

    /// <summary>Null for a line that is part of no such message.</summary>
    /// <param name="whole">A message that is to be heard now, because it became too long.</param>
    public static ClientModel? Gather(ClientModel model, Message line, out Message? whole)
    {
        whole = null;
        if (line.Tag("batch") is not { } name || !model.Batches.TryGetValue(name, out var batch) || batch.Beginning is not { } beginning)
            return null;
        if (!line.Is("PRIVMSG") && !line.Is("NOTICE"))
            return null;
        var text = line.Parameter(1);
        if (batch.Gathered is not { } gathered)
            return With(model, name, batch, new Message(beginning.Tags, line.Source, line.Command, [line.Parameter(0), text]));
        var between = line.Tag(Multiline.Concat) is null ? "\n" : "";
        var joined = gathered.Parameter(1) + between + text;
        if (joined.Length <= ClientLimits.Gathered)
            return With(model, name, batch, gathered with { Parameters = [gathered.Parameter(0), joined] });
        // More than anybody allows: what has come is heard, and what follows is a message of its own, without the id of this one.
        var rest = new Message([.. beginning.Tags.Where(tag => tag.Name is "time" or "batch")], line.Source, line.Command, [line.Parameter(0), text]);
        whole = gathered;
        return With(model, name, batch, rest);
    }

    private static ClientModel With(ClientModel model, string name, OpenBatch batch, Message gathered) =>
        model with { Batches = model.Batches.SetItem(name, batch with { Gathered = gathered }) };
}
