namespace ChatRoom.Analyzers.Tests;

/// <summary>A switch over a closed union names every case: what counts as naming one, and what does not.</summary>
public sealed class SwitchTests
{
    private const string Union = """
        public enum Colour { Red, Green }

        public abstract record Place
        {
            private Place() { }
            public sealed record Room(int Id) : Place;
            public sealed record Pair(int First, int Second) : Place;
        }

        public abstract record Event
        {
            private Event() { }
            public sealed record Joined(string Who) : Event;
            public sealed record Said(Place In, string Words, bool IsLast, Colour Colour) : Event;
            public abstract record Gone : Event
            {
                private Gone() { }
                public sealed record Left(string Why) : Gone;
                public sealed record Lost : Gone;
            }
        }

        """;

    [Theory]
    [InlineData("Event.Joined => 1, Event.Said => 2, Event.Gone.Left => 3, Event.Gone.Lost => 4", "each by its type")]
    [InlineData("Event.Joined => 1, Event.Said => 2, Event.Gone => 3", "a case with cases of its own")]
    [InlineData("Event.Joined j => j.Who.Length, Event.Said s => s.Words.Length, Event.Gone g => g.GetHashCode()", "declarations")]
    [InlineData("Event.Joined or Event.Said => 1, Event.Gone.Left or Event.Gone.Lost => 2", "alternatives")]
    [InlineData("Event.Joined(var who) => who.Length, Event.Said(_, var words, _, _) => words.Length, Event.Gone => 3", "deconstructions")]
    [InlineData("Event.Joined { Who: var who } => who.Length, Event.Said { Words: string w } => w.Length, Event.Gone { } => 3", "properties that restrict nothing")]
    [InlineData("Event.Said { IsLast: true } => 1, Event.Said { IsLast: false } => 2, not Event.Said => 3", "a flag, both ways")]
    [InlineData("Event.Said { In: Place.Room } => 1, Event.Said { In: Place.Pair } => 2, not Event.Said => 3", "a union in a case")]
    [InlineData("Event.Said { Colour: Colour.Red } => 1, Event.Said { Colour: Colour.Green } => 2, not Event.Said => 3", "an enum in a case")]
    [InlineData("Event.Said { In: Place.Room or Place.Pair } => 1, Event.Joined => 2, Event.Gone and var g => g.GetHashCode()", "alternatives in a case")]
    [InlineData("Event.Joined { Who: \"a\" } => 0, Event.Joined => 1, Event.Said => 2, Event.Gone => 3", "a special one first")]
    [InlineData("Event.Joined j when j.Who == \"a\" => 0, Event.Joined => 1, Event.Said => 2, Event.Gone => 3", "a condition first")]
    [InlineData("not (Event.Said or Event.Joined) => 1, Event.Said => 2, Event.Joined => 3", "all but some")]
    public async Task These_name_every_case_and_the_compiler_says_nothing(string arms, string why) =>
        Assert.True(await Expression(arms) is [], $"{why}: {string.Join(' ', await Expression(arms))}");

    [Theory]
    [InlineData("Event.Joined => 1, Event.Said => 2, Event.Gone.Left => 3", "Lost")]
    [InlineData("Event.Joined => 1", "Said, Left, Lost")]
    [InlineData("Event.Joined => 1, Event.Said s when s.IsLast => 2, Event.Gone => 3", "Said")]
    [InlineData("Event.Joined => 1, Event.Said { IsLast: true } => 2, Event.Gone => 3", "Said")]
    [InlineData("Event.Joined => 1, Event.Said { In: Place.Room } => 2, Event.Gone => 3", "Said")]
    [InlineData("Event.Joined => 1, Event.Said { Colour: Colour.Red } => 2, Event.Gone => 3", "Said")]
    [InlineData("Event.Joined => 1, Event.Said { IsLast: true, Words: \"a\" } => 2, Event.Said { IsLast: false } => 3, Event.Gone => 4", "Said")]
    [InlineData("Event.Joined(\"a\") => 1, Event.Said => 2, Event.Gone => 3", "Joined")]
    [InlineData("Event.Gone and not Event.Gone.Left => 1, Event.Said => 2, Event.Joined => 3", "Left")]
    public async Task These_leave_one_out_and_the_build_says_which(string arms, string missing)
    {
        var says = await Expression(arms);
        Assert.Contains($"UNION001: Of Event there is no arm for {missing}", says);
        // The compiler's own warning, which names an example at best, stays too.
        Assert.Contains(says, one => one.StartsWith("CS8509", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_arm_that_throws_does_not_hide_what_is_missing() => Assert.Equal(
        ["UNION001: Of Event there is no arm for Left, Lost"],
        await Expression("Event.Joined => 1, Event.Said => 2, _ => throw new System.InvalidOperationException()"));

    [Fact]
    public async Task An_arm_that_throws_beside_all_cases_is_too_much() => Assert.Equal(
        ["UNION002: All of Event is named: no value can come to this arm"],
        await Expression("Event.Joined => 1, Event.Said => 2, Event.Gone => 3, _ => throw new System.InvalidOperationException()"));

    [Theory]
    [InlineData("Event.Joined => 1, _ => 0")]
    [InlineData("Event.Joined => 1, var other => other.GetHashCode()")]
    [InlineData("Event.Joined => 1, Event.Said or _ => 0")]
    public async Task An_arm_for_all_others_that_does_something_is_meant(string arms) => Assert.Empty(await Expression(arms));

    [Theory]
    [InlineData("case Event.Joined: break; case Event.Said { IsLast: var last }: break; case Event.Gone.Left or Event.Gone.Lost: break;", null)]
    [InlineData("case Event.Joined: case Event.Said: break; case Event.Gone gone: break;", null)]
    [InlineData("case Event.Joined: break; default: break;", null)]
    [InlineData("case Event.Joined: break; case Event.Said: break; case Event.Gone: break; default: throw new System.InvalidOperationException();", null)]
    [InlineData("case Event.Joined: break; case Event.Said: break;", "Left, Lost")]
    [InlineData("case Event.Joined: break; case Event.Said s when s.IsLast: break; case Event.Gone: break;", "Said")]
    [InlineData("case Event.Joined: break; case Event.Said: break; default: throw new System.InvalidOperationException();", "Left, Lost")]
    [InlineData("case Event.Joined: break; case Event.Said: break; default: { throw new System.InvalidOperationException(); }", "Left, Lost")]
    public async Task A_statement_names_every_case_too(string cases, string? missing) => Assert.Equal(
        missing is null ? [] : [$"UNION001: Of Event there is no arm for {missing}"],
        await Snippet.Says($"{Union}static class Code {{ static void Do(Event it) {{ switch (it) {{ {cases} }} }} }}"));

    [Fact]
    public async Task As_an_argument_and_in_a_lambda_it_is_the_same() => Assert.Empty(await Snippet.Says(
        $"{Union}static class Code {{ static System.Action<int> Of(Place it) => n => System.Math.Abs(it switch {{ Place.Room => n, Place.Pair => 2 }}); }}"));

    [Theory]
    [InlineData("Place.Room => 1, Place.Pair => 2", true)]
    [InlineData("Place.Room => 1", false)]
    public async Task A_union_of_another_project_is_one_too(string arms, bool isWhole)
    {
        var says = await Snippet.Says($"static class Code {{ static int Of(Place it) => it switch {{ {arms} }}; }}", Snippet.AsReference(Union));
        Assert.Equal(isWhole, says is []);
        Assert.Equal(!isWhole, says.Contains("UNION001: Of Place there is no arm for Pair"));
    }

    [Theory]
    [InlineData("Shape<int>.Round => 1, Shape<int>.Flat => 2", true)]
    [InlineData("Shape<int>.Round => 1", false)]
    public async Task A_generic_union_is_one_too(string arms, bool isWhole)
    {
        const string shape = "public abstract record Shape<T> { private Shape() { } public sealed record Round(T Of) : Shape<T>; public sealed record Flat : Shape<T>; }";
        var says = await Snippet.Says($"{shape} static class Code {{ static int Of(Shape<int> it) => it switch {{ {arms} }}; }}");
        Assert.Equal(isWhole, says is []);
        Assert.Equal(!isWhole, says.Contains("UNION001: Of Shape there is no arm for Flat"));
    }

    [Theory]
    [InlineData("Event.Joined => 1, Event.Said => 2, Event.Gone => 3", true)]
    [InlineData("Event.Joined => 1, Event.Said => 2, Event.Gone => 3, null => 0", false)]
    [InlineData("Event.Joined or null => 1, not (Event.Joined or null) => 2", false)]
    [InlineData("Event.Joined => 1, not Event.Joined => 2", false)]
    public async Task Where_nothing_may_stand_it_has_an_arm_too(string arms, bool isMissing)
    {
        var says = await Snippet.Says($"{Union}static class Code {{ static int Of(Event? it) => it switch {{ {arms} }}; }}");
        Assert.Equal(isMissing, says.Contains("UNION001: Of Event there is no arm for null"));
        Assert.Equal(!isMissing, says is []);
    }

    [Theory]
    [InlineData("Note.Only { Who: string who } => who.Length", true)]
    [InlineData("Note.Only { Who: var who } => $\"{who}\".Length", false)]
    [InlineData("Note.Only { In: Place.Room } => 1, Note.Only { In: Place.Pair } => 2", true)]
    [InlineData("Note.Only { In: Place.Room } => 1, Note.Only { In: Place.Pair } => 2, Note.Only { In: null } => 3", false)]
    [InlineData("Note.Only { Since: int since } => since", true)]
    public async Task Nor_is_nothing_forgotten_in_a_case(string arms, bool isMissing)
    {
        const string note = "public abstract record Note { private Note() { } public sealed record Only(string? Who, Place? In, int? Since) : Note; }";
        var says = await Snippet.Says($"{Union}{note} static class Code {{ static int Of(Note it) => it switch {{ {arms} }}; }}");
        Assert.Equal(isMissing, says.Contains("UNION001: Of Note there is no arm for Only"));
        Assert.Equal(!isMissing, says is []);
    }

    [Theory]
    [InlineData("object it", "Event.Joined => 1")]
    [InlineData("Colour it", "Colour.Red => 1")]
    [InlineData("(Event, Event) it", "(Event.Joined, _) => 1")]
    public async Task What_is_over_no_union_is_the_compilers_business(string parameter, string arms) =>
        Assert.StartsWith("CS8509", Assert.Single(await Snippet.Says($"{Union}static class Code {{ static int Of({parameter}) => it switch {{ {arms} }}; }}")), StringComparison.Ordinal);

    private static Task<string[]> Expression(string arms) =>
        Snippet.Says($"{Union}static class Code {{ static int Of(Event it) => it switch {{ {arms} }}; }}");
}
