-- Fills two tables, joins and sorts them.
create table numbers(n integer primary key, square integer, name text);
with recursive r(n) as (select 1 union all select n + 1 from r where n < 40000)
  insert into numbers select n, n * n % 10007, 'name ' || (n * 7919 % 40000) from r;
create index by_name on numbers(name);
create table pairs as
  select a.n as a, b.n as b from numbers a join numbers b on b.name = 'name ' || a.square;
select count(*), sum(a), sum(b) from pairs;
select name, length(name) from numbers order by square desc, name limit 5;
select substr(name, 1, 7) as prefix, count(*), avg(square) from numbers group by prefix order by 2 desc, 1 limit 5;
