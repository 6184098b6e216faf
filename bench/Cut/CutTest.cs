using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Cut;

/// <summary>
/// Two people talk while their connections are cut again and again; when all is calm, both screens have to show the same as the server has
/// kept: every line once, in one order, and each person's lines in the order in which they were said.
/// </summary>
public sealed class CutTest(CutOptions options, TextWriter progress)
{
    private readonly List<string> _wrong = [];
    private int _said;
    private int _kept;

    public async Task<Tally> Run()
    {
        await using var server = new RunningServer("--memory", "--flood", "off");
        await server.Start();
        await using var historian = await Historian.Come(server.EndPoint);
        await using var left = new CuttingProxy(server.EndPoint, options.Seed * 2);
        await using var right = new CuttingProxy(server.EndPoint, (options.Seed * 2) + 1);
        await using var tuan = new Talker("Tuan", left, options.Seed * 3);
        await using var duy = new Talker("Duy", right, (options.Seed * 3) + 1);
        if (!await tuan.IsCalm([tuan.Say("Tuan is here")], options.Patience) || !await duy.IsCalm([duy.Say("Duy is here")], options.Patience))
            throw new InvalidOperationException("They could not even begin.");
        await historian.ReadOn();
        var round = 0;
        for (; round < options.Rounds && _wrong.Count == 0; round++)
        {
            var texts = await Talk(round, [(tuan, left), (duy, right)]);
            await Judge(round, texts, [tuan, duy], historian);
            if ((round + 1) % 100 == 0)
                progress.WriteLine($"{round + 1} rounds, {left.Count + right.Count} cuts");
        }
        return new Tally { Rounds = round, Said = _said, Kept = _kept, Cuts = left.Count + right.Count, Wrong = _wrong };
    }

    private async Task<List<string>[]> Talk(int round, (Talker Person, CuttingProxy Proxy)[] pairs)
    {
        foreach (var (_, proxy) in pairs)
            proxy.Begin();
        var texts = await Task.WhenAll(pairs.Select(pair => pair.Person.Talk(round, options.Lines)));
        foreach (var (_, proxy) in pairs)
            proxy.Heal();
        return texts;
    }

    private async Task Judge(int round, List<string>[] texts, Talker[] people, Historian historian)
    {
        var all = texts.SelectMany(said => said).ToList();
        _said += all.Count;
        foreach (var person in people)
        {
            if (!await person.IsCalm(all, options.Patience))
                Blame(round, $"{person.Name} never becomes calm: {person.Chat.Link}, {person.Chat.Client.Unconfirmed.Count} unconfirmed");
        }
        var kept = await historian.ReadOn();
        _kept += kept.Count;
        foreach (var said in texts)
        {
            if (!said.SequenceEqual(kept.Select(line => line.Text).Where(said.Contains)))
                Blame(round, $"the history has not what was said, once and in order: {Difference(said, [.. kept.Select(line => line.Text).Where(said.Contains)])}");
        }
        if (kept.Count != all.Count)
            Blame(round, $"{all.Count} lines were said, and {kept.Count} are kept");
        foreach (var person in people)
            Compare(round, person, kept);
    }

    private void Compare(int round, Talker person, List<SeenLine> kept)
    {
        var screen = person.Screen;
        if (!screen.TakeLast(kept.Count).SequenceEqual(kept))
            Blame(round, $"{person.Name}'s screen is not the history: {Difference([.. kept.Select(Word)], [.. screen.TakeLast(kept.Count).Select(Word)])}");
        if (screen.Count != screen.Select(line => line.Id).Distinct().Count())
            Blame(round, $"{person.Name}'s screen shows a message twice");
        foreach (var trouble in person.Trouble)
            Blame(round, $"{person.Name} was told: {trouble}");
    }

    private static string Word(SeenLine line) => $"{line.Id} {line.Text}";

    private static string Difference(List<string> wanted, List<string> found)
    {
        var same = wanted.Zip(found).TakeWhile(pair => pair.Item1 == pair.Item2).Count();
        return $"{wanted.Count} wanted, {found.Count} found; number {same} is '{found.ElementAtOrDefault(same)}' instead of '{wanted.ElementAtOrDefault(same)}'";
    }

    private void Blame(int round, string what) => _wrong.Add($"round {round}: {what}");
}
