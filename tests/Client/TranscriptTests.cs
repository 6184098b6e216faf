using ChatRoom.Client.Chat;

namespace ChatRoom.Client.Tests;

public class TranscriptTests
{
    private static Entry Said(int number) =>
        new(number, Conversation.At with { MessageId = $"m{number}" }, new EntryWhat.Info($"{number}"));

    private static Transcript Numbers(int from, int count) => [.. Enumerable.Range(from, count).Select(Said)];

    private static void Same(IEnumerable<int> expected, Transcript transcript)
    {
        var numbers = expected.ToList();
        Assert.Equal(numbers, transcript.Select(entry => (int)entry.Number));
        Assert.Equal(numbers.Count, transcript.Count);
        for (var i = 0; i < numbers.Count; i++)
        {
            Assert.Equal(numbers[i], transcript[i].Number);
            Assert.Equal(i, transcript.IndexOfMessage($"m{numbers[i]}"));
        }
        Assert.Equal(-1, transcript.IndexOfMessage("another"));
    }

    [Fact]
    public void Any_changes_leave_the_same_as_in_a_plain_list_and_earlier_versions_as_they_were()
    {
        var list = new List<int>();
        Transcript transcript = [];
        for (var i = 0; i < 1_500; i++)
        {
            var (before, earlier) = (list.ToList(), transcript);
            var index = list.Count == 0 ? 0 : i * 7919 % list.Count;
            switch (i % 5)
            {
                case 0 when list.Count > 0:
                    list.RemoveAt(index);
                    transcript = transcript.RemoveAt(index);
                    break;
                case 1:
                    list.InsertRange(index, [i, i + 10_000]);
                    transcript = transcript.Insert(index, Said(i), Said(i + 10_000));
                    break;
                case 2 when list.Count > 0:
                    list[index] = i;
                    transcript = transcript.SetItem(index, Said(i));
                    break;
                default:
                    list.Add(i);
                    transcript = transcript.Add(Said(i));
                    break;
            }
            if (i % 100 == 0)
                Same(before, earlier);
        }
        Same(list, transcript);
    }

    [Fact]
    public void It_equals_another_with_equal_entries_however_it_was_made()
    {
        Transcript added = [];
        foreach (var entry in Numbers(0, 200))
            added = added.Add(entry);
        var inserted = Numbers(50, 150).Insert(0, [.. Numbers(0, 50)]);

        Assert.Equal(added, inserted);
        Assert.Equal(added.GetHashCode(), inserted.GetHashCode());
        Assert.NotEqual(added, inserted.SetItem(77, Said(7)));
        Assert.NotEqual(added, inserted.RemoveAt(199));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(500)]
    [InlineData(1_000)]
    [InlineData(2_000)]
    public void Either_end_can_be_kept_up_to_a_bound(int most)
    {
        var all = Numbers(0, 1_000);

        var (newest, oldest) = (all.Newest(most), all.Oldest(most));

        Assert.InRange(newest.Count, Math.Max(0, Math.Min(most, 1_000) - 63), Math.Min(most, 1_000));
        Assert.InRange(oldest.Count, Math.Max(0, Math.Min(most, 1_000) - 63), Math.Min(most, 1_000));
        Assert.Equal(Enumerable.Range(1_000 - newest.Count, newest.Count), newest.Select(entry => (int)entry.Number));
        Assert.Equal(Enumerable.Range(0, oldest.Count), oldest.Select(entry => (int)entry.Number));
    }

    [Fact]
    public void The_place_of_a_number_is_found_or_that_of_the_next()
    {
        Transcript even = [.. Enumerable.Range(0, 300).Select(i => Said(2 * i))];

        Assert.Equal(10, even.IndexOfNumber(20));
        Assert.Equal(11, even.IndexOfNumber(21));
        Assert.Equal(0, even.IndexOfNumber(long.MinValue));
        Assert.Equal(300, even.IndexOfNumber(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => even[300]);
        Assert.Throws<ArgumentOutOfRangeException>(() => even.RemoveAt(300));
    }
}
