#pragma warning disable RS0030 // The program is not the simulator: it has a console and looks at the clock.
using System.Diagnostics;
using ChatRoom.Simulation.Tests.Databases;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Stories;

namespace ChatRoom.Simulation.Tests;

/// <summary>
/// `-- --seeds 100000 [--from N] [--cores N]` tells many stories and ends with 1 if one fails or something was met too seldom;
/// `-- --seeds N --first [--mutant NoBarrier]` ends with the first that fails, perhaps with a mistake made on purpose; `-- --seed N [--only 1,5,9]` tells one and prints all of it.
/// </summary>
public static class Program
{
    private const int MostReports = 5;

    public static int Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Contains("--first"))
            return First(ulong.Parse(Option(args, "--from") ?? "0"), int.Parse(Option(args, "--seeds") ?? $"{Leasts.Stories}"), MutantOf(args));
        return Option(args, "--seed") is { } seed ? One(ulong.Parse(seed), Option(args, "--only"), MutantOf(args))
            : Many(ulong.Parse(Option(args, "--from") ?? "0"), int.Parse(Option(args, "--seeds") ?? $"{Leasts.Stories}"), int.Parse(Option(args, "--cores") ?? "0"));
    }

    private static int One(ulong seed, string? only, Mutant mutant)
    {
        var numbers = only?.Split(',').Where(word => word != "none").Select(int.Parse).ToHashSet();
        var verdict = Runner.Run(seed, Story.Of(seed).Where(beat => numbers?.Contains(beat.Number) ?? true), isTraced: true, mutant);
        foreach (var step in verdict.Trace)
            Console.WriteLine(step);
        foreach (var complaint in verdict.Complaints)
            Console.WriteLine(complaint);
        Console.WriteLine(verdict.HasFailed ? $"seed {seed} fails" : $"seed {seed} keeps all promises");
        return verdict.HasFailed ? 1 : 0;
    }

    /// <summary>One story after the other, up to the first that fails: how a mutant is found.</summary>
    private static int First(ulong from, int stories, Mutant mutant)
    {
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < stories; number++)
        {
            if (Runner.Run(from + (ulong)number, mutant: mutant) is not { HasFailed: true } failed)
                continue;
            Console.WriteLine($"found by seed {failed.Seed}, story {number + 1}, after {watch.Elapsed.TotalSeconds:0.0} s: {failed.Complaints[0]}");
            return 1;
        }
        Console.WriteLine($"not found by {stories} stories, in {watch.Elapsed.TotalSeconds:0.0} s");
        return 0;
    }

    private static int Many(ulong from, int stories, int cores)
    {
        var watch = Stopwatch.StartNew();
        var failed = 0;
        var met = Batch.Run(from, stories, verdict =>
        {
            if (failed++ < MostReports)
                Console.WriteLine($"after {watch.Elapsed.TotalSeconds:0.0} s: {Report.Of(verdict)}");
        }, cores);
        foreach (var line in Leasts.Table(met))
            Console.WriteLine(line);
        var missing = stories < Leasts.Stories ? [] : Leasts.Missing(met).ToList();
        foreach (var line in missing)
            Console.WriteLine(line);
        Console.WriteLine($"{stories} stories from seed {from}, {met.Steps} steps, {watch.Elapsed.TotalSeconds:0.0} s, {stories / watch.Elapsed.TotalSeconds:0} a second; {failed} failed");
        return failed == 0 && missing.Count == 0 ? 0 : 1;
    }

    private static Mutant MutantOf(string[] args) => Enum.Parse<Mutant>(Option(args, "--mutant") ?? nameof(Mutant.None));

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
}
