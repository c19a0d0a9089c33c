// @ts-check
/**
 * Words for invented prose. A language has function words and a vocabulary made of stems and endings, so that a long book
 * has several thousand different words, as a real one has: hyphenation cannot live on remembered words alone.
 */

/**
 * @typedef {{
 *   readonly small: readonly string[],
 *   readonly stems: readonly string[],
 *   readonly endings: readonly string[],
 *   readonly chapter: string,
 *   readonly source: string,
 * }} WordList
 */

/** @param {string} text @returns {readonly string[]} */
const words = (text) => text.trim().split(/\s+/);

/** @type {WordList} */
const english = {
  small:
    words(`the of and to in a that for on with as by at from is was were are be been which or it this their its
    not have had has after before between under over into than more most some other such all each during`),
  stems:
    words(`survey region village district harvest orchard pasture railway bridge reservoir settlement clear
    record estimate programme budget govern minist depart commit deleg confer agree protocol report observ witness
    hospital patient surgeon amput prosthet rehabilit teach school leaflet poster broadcast journal editor translat
    develop manage operat equip vehicle detect instruct train super quali monitor measur map boundary frontier
    displace resettle return shelter water electric canal irrigat cattle grain cotton vineyard tractor fertil
    import export finance contribut donor grant account audit balance percent annual quarter author respons
    communic correspond describ explain consider recommend establish investigat evaluat document archive catalog
    history period century mountain valley river forest climate season winter summer autumn island harbour market
    merchant craft weaver carpet copper silver ceramic museum library manuscript printer binder compositor margin
    column footnote paragraph chapter appendix signature register proof galley measure type letter alphabet`),
  endings:
    words(`- s ed ing er ers ment ments ation ations able ably al ally ary ive ively ness less ful fully ship
    hood ist ists ism ity ities ology ological`),
  chapter: 'Chapter',
  source: 'Report of the commission',
};

/** @type {WordList} */
const azerbaijani = {
  small:
    words(`və bu ilə üçün ki da də bir hər olan daha sonra qədər görə isə kimi onun bütün həm çox az ən əgər lakin
    yalnız artıq hələ başqa eyni hansı`),
  stems:
    words(`kənd rayon şəhər körpü dəmiryol bağ məhsul torpaq sərhəd məskən hesabat müşahidə büdcə nazirlik idarə
    komissiya müqavilə protokol şahid xəstəxana həkim təlim məktəb vərəqə jurnal redaktor tərcümə inkişaf avadanlıq
    maşın təlimat nəzarət ölçü xəritə sığınacaq su elektrik kanal suvarma taxıl pambıq üzüm traktor idxal ixrac
    maliyyə yardım hesab balans faiz illik rüb məsuliyyət əlaqə məktub izah tövsiyə araşdırma sənəd arxiv kataloq
    tarix dövr əsr dağ dərə çay meşə iqlim mövsüm qış yay payız ada liman bazar tacir sənət toxucu xalça mis gümüş
    muzey kitabxana əlyazma mətbəə səhifə sütun qeyd fəsil əlavə imza hərf əlifba`),
  endings:
    words(`- lar lər ların lərin da də dan dən a ə ı i u ü nın nin lıq lik çı çi sız siz larında lərində
    larından lərindən lılıq çılıq laşdırma ləşdirmə laşdırılması ləşdirilməsi`),
  chapter: 'Fəsil',
  source: 'Komissiyanın hesabatı',
};

/** @type {WordList} */
const russian = {
  small:
    words(`и в на с по из к от для что это как при за до или но не о об у же был была были было быть их его также
    после перед между более менее только ещё уже если когда где который которая`),
  stems:
    words(`деревн район город мост дорог сад урожа земл границ посел отчёт наблюден бюджет министерств управлен
    комисси договор протокол свидетел больниц врач обучен школ листовк журнал редактор перевод развити оборудован
    машин инструкц контрол измерен карт убежищ вод электричеств канал орошен зерн хлопк виноград трактор импорт
    экспорт финанс помощ счёт баланс процент квартал ответственност связ письм объяснен рекомендац исследован
    документ архив каталог истор период век гор долин рек лес климат сезон зим лет осен остров гаван рынок купц
    ремесл ткач ковёр мед серебр музе библиотек рукопис типограф страниц столб примечан глав приложен подпис букв
    алфавит`),
  endings:
    words(`- а у ом е ов ам ами ах ный ная ные ного ному ными ение ения ению ений остью остей ческий ческая
    ческого ческими ировать ированный ированная ированием ованный ованием`),
  chapter: 'Глава',
  source: 'Доклад комиссии',
};

/** Word lists by language tag. @type {Readonly<Record<string, WordList>>} */
export const wordLists = { en: english, az: azerbaijani, ru: russian };
